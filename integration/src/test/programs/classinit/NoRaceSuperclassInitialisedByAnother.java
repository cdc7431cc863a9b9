/**
 * CLI-3: the first use of a class waits for the initialisation of its superclass, which another
 * thread runs: what that one did before comes before what follows the use.
 */
class NoRaceSuperclassInitialisedByAnother {
  static final int[] CELLS = new int[4];

  static int initialise(int cell) {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    CELLS[cell] = 1;
    return 1;
  }

  static class Above {
    static final int ONE = initialise(0);
  }

  static class Between extends Above {}

  static class Below extends Between {
    static void use() {}
  }

  static class AboveOfInitialised {
    static final int ONE = initialise(1);
  }

  static class Initialised extends AboveOfInitialised {
    static final Integer NUMBER = Integer.valueOf(1000);
  }

  static class AboveOfSerializable implements java.io.Serializable {
    static final int ONE = initialise(2);
  }

  static class Serializable extends AboveOfSerializable {
    static int one() {
      return 1;
    }
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
        Above.class,
        () -> {
          Below.use();
          expect(0);
        });
    both(
        AboveOfInitialised.class,
        () -> {
          if (Initialised.NUMBER != 1000) {
            throw new AssertionError();
          }
          expect(1);
        });
    both(
        AboveOfSerializable.class,
        () -> {
          if (Serializable.one() != 1) {
            throw new AssertionError();
          }
          expect(2);
        });
  }
}
