/** FIN-4: the constructor of the superclass publishes this. */
class RaceEscapeThroughSuperclass {
  static volatile Derived published;
  static class Base {
    Base() {
      published = (Derived) this;
    }
  }

  static class Middle extends Base {
    Middle() {
      super();
    }
  }

  static class Derived extends Middle {
    int value;

    Derived() {
      value = 42; // RACE Derived.value
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Derived o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE Derived.value
            });
    reader.start();
    new Derived();
    reader.join();
  }
}
