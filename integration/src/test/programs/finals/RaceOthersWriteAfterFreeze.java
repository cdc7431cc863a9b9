/** FIN-2: what a third thread writes is not frozen if the constructing thread knows nothing of it. */
class RaceOthersWriteAfterFreeze {
  static class Item {
    int value;
  }

  static class Box {
    final Item item;

    Box(Item item) {
      this.item = item;
    }
  }

  static Box published;

  static void nap(int millis) {
    try {
      Thread.sleep(millis);
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
                nap(1);
              }
              nap(600);
              int value = box.item.value; // RACE value
              if (value < 0) {
                throw new AssertionError();
              }
            });
    reader.start();
    Item item = new Item();
    Thread writer =
        new Thread(
            () -> {
              nap(200);
              item.value = 1; // RACE value
            });
    writer.start();
    Box mine = new Box(item);
    published = mine; // RACE published

    reader.join();
    writer.join();
  }
}
