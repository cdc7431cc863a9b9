import java.lang.invoke.VarHandle;

/** FEN-6: fences without an access that carries them order nothing. */
class RaceFencesAlone {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              VarHandle.fullFence();
            });
    Thread second =
        new Thread(
            () -> {
              VarHandle.fullFence();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
