/** Every sample and every minimal program under the shipped jar, on every JDK found. */
package dev.racedetect.integration.samples;
