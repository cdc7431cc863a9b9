/**
 * THR-4: to create a thread orders nothing; what the creator does after the hand-over is not
 * ordered.
 */
class RaceCreatorGoesOnWriting {
  static int x;
  static volatile Thread handed;

  public static void main(String[] args) throws Exception {
    Thread starter =
        new Thread(
            () -> {
              Thread t;
              while ((t = handed) == null) {
                Thread.onSpinWait();
              }
              t.start();
            });
    starter.start();
    Thread child =
        new Thread(
            () -> {
              int seen = x; // RACE x
            });
    handed = child;
    x = 1; // RACE x
    starter.join();
    child.join();
  }
}
