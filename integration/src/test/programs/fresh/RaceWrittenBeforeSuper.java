// JDK 25+

/** FIN-1: a field that is written before super(...) is called races as others do. */
class RaceWrittenBeforeSuper {
  static class Base {
    int id;

    Base(int id) {
      this.id = id; // RACE Base.id
    }
  }

  static class Box extends Base {
    int early;
    int late;

    Box(int n) {
      early = n; // RACE Box.early
      super(n);
      late = n; // RACE Box.late
    }
  }

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
              Box box;
              while ((box = published) == null) { // RACE published
                nap();
              }
              int id = box.id; // RACE Base.id
              int early = box.early; // RACE Box.early
              int late = box.late; // RACE Box.late
            });
    reader.start();
    Box mine = new Box(4);
    published = mine; // RACE published
    reader.join();
  }
}
