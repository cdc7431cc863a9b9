/** FIN-7: the components of a record are final fields. */
class RacePublicationOfRecord {
  record Box(int value, String name) {}

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
              if (box.value() != 42 || !box.name().equals("b")) {
                throw new AssertionError();
              }
            });
    reader.start();
    Box mine = new Box(42, "b");
    published = mine; // RACE published

    reader.join();
  }
}
