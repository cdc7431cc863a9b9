/** What programs may say to the detector in their source. */
package dev.racedetect.annotations;
