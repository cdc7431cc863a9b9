/** CLI-4, CLI-5: an interface without default methods is not initialised with its classes. */
class RaceSuperinterfaceWithoutDefaultMethod {
  static int data;

  static int initialise() {
    data = 1; // RACE data
    return 1;
  }

  interface Table {
    int ONE = initialise();

    void method();
  }

  static class Implementing implements Table {
    @Override
    public void method() {}

    static void use() {}
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Table.ONE != 1) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              Implementing.use();
              data = 2; // RACE data
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
