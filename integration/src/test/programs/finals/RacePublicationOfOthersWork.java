/**
 * FIN-2: a racy publication through a final field of what a third thread has written, before the
 * constructing thread took it over under a lock (JLS 17.5.1: whatever happens before the freeze).
 */
class RacePublicationOfOthersWork {
  static class Part {
    int value;
  }

  static class Item {
    final Part part = new Part();
  }

  static class Box {
    final Item item;

    Box(Item item) {
      this.item = item;
    }
  }

  static Box published;
  static Item ready;

  static void nap() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static synchronized void hand(Item item) {
    ready = item;
  }

  static synchronized Item take() {
    return ready;
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Box box;
              while ((box = published) == null) { // RACE published
                nap();
              }
              if (box.item.part.value != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    Thread worker =
        new Thread(
            () -> {
              Item item = new Item();
              item.part.value = 42;
              hand(item);
            });
    worker.start();
    Item item;
    while ((item = take()) == null) {
      nap();
    }
    Box mine = new Box(item);
    published = mine; // RACE published

    reader.join();
    worker.join();
  }
}
