/** Changes to classes of the JDK itself. */
@NullMarked
package dev.racedetect.agent.jdk;

import org.jspecify.annotations.NullMarked;
