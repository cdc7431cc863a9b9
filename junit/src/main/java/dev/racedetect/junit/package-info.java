/**
 * What tests and their framework have to do with the detector. Works without it, too; nothing but
 * the JDK is needed, and JUnit Platform by those classes that it calls itself.
 */
@NullMarked
package dev.racedetect.junit;

import org.jspecify.annotations.NullMarked;
