/** Tests that run multi-threaded programs over released libraries, with and without the agent. */
package dev.racedetect.integration.libraries;
