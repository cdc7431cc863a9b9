/** THR-1: order is transitive over two starts. */
class NoRaceGrandchild {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread child =
        new Thread(
            () -> {
              Thread grandchild =
                  new Thread(
                      () -> {
                        if (x != 1) {
                          throw new AssertionError(x);
                        }
                      });
              grandchild.start();
            });
    x = 1;
    child.start();
    child.join();
  }
}
