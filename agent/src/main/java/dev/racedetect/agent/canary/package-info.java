/** Sampling for production: the governor, and what operators see of it. */
@NullMarked
package dev.racedetect.agent.canary;

import org.jspecify.annotations.NullMarked;
