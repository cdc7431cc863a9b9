/** Calling contexts: the stack of an access, by an index that fits into a shadow word. */
@NullMarked
package dev.racedetect.runtime.context;

import org.jspecify.annotations.NullMarked;
