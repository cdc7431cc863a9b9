/** CLI-8: a class that is looked up by its name without being initialised is not used. */
class RaceForNameWithoutInitialisation {
  static int x;

  static class Lazy {
    static int y = Integer.parseInt("7");
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int seen = Lazy.y;
            });
    Thread second =
        new Thread(
            () -> {
              try {
                ClassLoader loader = RaceForNameWithoutInitialisation.class.getClassLoader();
                Class.forName("RaceForNameWithoutInitialisation$Lazy", false, loader);
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
