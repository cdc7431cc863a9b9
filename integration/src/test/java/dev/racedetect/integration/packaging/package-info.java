/** The shipped jar as a file: what is in it, which way its parts depend, and that it starts. */
package dev.racedetect.integration.packaging;
