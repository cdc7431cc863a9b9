/** FIN-2: a chain of final fields. */
class RacePublicationOfNestedFinals {
  static class Inner {
    int value;
  }

  static class Box {
    final Inner inner = new Inner();

    Box() {
      inner.value = 42;
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
              if (box.inner.value != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published

    reader.join();
  }
}
