// JDK 21+

/** THR-3: every way to start a virtual thread orders what came before. */
class NoRaceVirtualStart {
  static int x;

  static void check() {
    if (x != 1) {
      throw new AssertionError(x);
    }
  }

  public static void main(String[] args) throws Exception {
    x = 1;
    Thread a = Thread.startVirtualThread(() -> check());
    Thread b = Thread.ofVirtual().start(() -> check());
    Thread c = Thread.ofVirtual().unstarted(() -> check());
    c.start();
    Thread d = Thread.ofPlatform().start(() -> check());
    a.join();
    b.join();
    c.join();
    d.join();
  }
}
