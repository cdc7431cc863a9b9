/** FIN-1: the fields that a method writes before it publishes the object race. */
class RacePublicationFromFactory {
  static class Box {
    Box left;
    Box right;
    int depth;

    static Box build(int depth) {
      Box b = new Box();
      b.depth = depth; // RACE Box.depth
      if (depth > 0) {
        b.left = build(depth - 1); // RACE Box.left
        b.right = build(depth - 1); // RACE Box.right
      }
      return b;
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
              int depth = box.depth; // RACE Box.depth
              Box left = box.left; // RACE Box.left
              Box right = box.right; // RACE Box.right
            });
    reader.start();
    Box mine = Box.build(2);
    published = mine; // RACE published
    reader.join();
  }
}
