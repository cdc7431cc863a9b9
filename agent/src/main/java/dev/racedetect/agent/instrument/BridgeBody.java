package dev.racedetect.agent.instrument;

/** How a bridge carries out one kind of call. */
interface BridgeBody {
  /** Writes the call with its hooks, and leaves the call's result on the stack. */
  void write(BridgeWriter bridge);
}
