/**
 * CLI-4: the first use of a class waits for the initialisation of an interface with a default
 * method, which another thread runs.
 */
class NoRaceSuperinterfaceInitialisedByAnother {
  static final int[] CELLS = new int[2];

  static int initialise(int cell) {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    CELLS[cell] = 1;
    return 1;
  }

  interface Direct {
    int ONE = initialise(0);

    default void method() {}
  }

  static class Implementing implements Direct {}

  interface Indirect {
    int ONE = initialise(1);

    default void method() {}
  }

  interface Between extends Indirect {}

  static class Above implements Between {}

  static class Below extends Above {
    static int zero;
  }

  static void expect(int cell) {
    if (CELLS[cell] != 1) {
      throw new AssertionError(cell);
    }
  }

  static void both(Class<?> used, Runnable user) throws InterruptedException {
    Thread first =
        new Thread(
            () -> {
              try {
                Class.forName(used.getName());
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
            });
    Thread second = new Thread(user);
    first.start();
    second.start();
    first.join();
    second.join();
  }

  public static void main(String[] args) throws Exception {
    both(
        Direct.class,
        () -> {
          new Implementing();
          expect(0);
        });
    both(
        Indirect.class,
        () -> {
          if (Below.zero != 0) {
            throw new AssertionError();
          }
          expect(1);
        });
  }
}
