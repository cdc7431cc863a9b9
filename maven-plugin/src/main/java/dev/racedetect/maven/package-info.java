/**
 * The goals of the Maven plugin, one class a goal, and what they need: the tests' JVM arguments,
 * the traces that those JVMs leave, and what they say about each other.
 */
@NullMarked
package dev.racedetect.maven;

import org.jspecify.annotations.NullMarked;
