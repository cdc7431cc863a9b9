/** FIN-1: the fields that the constructors of both classes write race. */
class RacePublicationOfSubclass {
  static class Base {
    int id;
    String name;

    Base(int id) {
      this.id = id; // RACE Base.id
      name = "n" + id; // RACE Base.name
    }
  }

  static class Box extends Base {
    long value;
    long other;

    Box() {
      this(3);
      other = 5; // RACE Box.other
    }

    Box(int id) {
      super(id);
      value = 42; // RACE Box.value
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
              String name = box.name; // RACE Base.name
              long value = box.value; // RACE Box.value
              long other = box.other; // RACE Box.other
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published
    reader.join();
  }
}
