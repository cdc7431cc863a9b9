/** What objects of synchronisation remember of their releases, for those who acquire them. */
@NullMarked
package dev.racedetect.runtime.sync;

import org.jspecify.annotations.NullMarked;
