/** What class files say, without loading a class. */
@NullMarked
package dev.racedetect.agent.hierarchy;

import org.jspecify.annotations.NullMarked;
