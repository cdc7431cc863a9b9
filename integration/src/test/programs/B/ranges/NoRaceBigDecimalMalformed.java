import java.math.BigDecimal;

/** 3.5: what stands behind a wrong character is not parsed any more. */
class NoRaceBigDecimalMalformed {
  public static void main(String[] args) throws Exception {
    char[] array = new char[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = 'x';
    }
    Thread first =
        new Thread(
            () -> {
              try {
                new BigDecimal(array);
              } catch (NumberFormatException e) {
                System.out.println("no number");
              }
            });
    Thread second =
        new Thread(
            () -> {
              array[6] = '7';
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
