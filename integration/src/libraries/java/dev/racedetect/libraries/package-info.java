/**
 * Multi-threaded programs over released libraries, free of data races of their own.
 *
 * <p>Each class is a program of its own: it drives one library from several threads and prints one
 * line, the same in every correct run. What a detector reports about such a run is therefore about
 * the library.
 */
package dev.racedetect.libraries;
