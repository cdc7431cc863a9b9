/** Shadow words of fields and array elements, and the rule that finds races by them. */
@NullMarked
package dev.racedetect.runtime.shadow;

import org.jspecify.annotations.NullMarked;
