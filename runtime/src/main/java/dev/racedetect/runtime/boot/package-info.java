/** How the engine gets into the boot loader. */
@NullMarked
package dev.racedetect.runtime.boot;

import org.jspecify.annotations.NullMarked;
