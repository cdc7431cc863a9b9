/** FIN-1: the publication races; the final field read through it does not. */
class RacePublicationOfFinal {
  static class Box {
    final int value;

    Box() {
      value = 42;
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
              if (box.value != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published

    reader.join();
  }
}
