/** FIN-1: of two writes of a constructor, a release in between orders the first only. */
class RaceStoreBehindRelease {
  static class Box {
    int before;
    int after;

    Box() {
      before = 1;
      gate = 1;
      after = 2; // RACE Box.after
    }
  }

  static volatile int gate;
  static Box published;

  static void nap() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (gate == 0) {
                Thread.onSpinWait();
              }
              Box box;
              while ((box = published) == null) { // RACE published
                nap();
              }
              int before = box.before;
              int after = box.after; // RACE Box.after
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published
    reader.join();
  }
}
