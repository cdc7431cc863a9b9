/** SY-8: a shared source of random numbers orders nothing. */
class RaceSecureRandom {
  static final java.security.SecureRandom RANDOM = new java.security.SecureRandom();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              RANDOM.nextInt();
            });
    Thread second =
        new Thread(
            () -> {
              RANDOM.nextInt();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
