import java.math.BigDecimal;
import java.math.MathContext;

/** 3.5: a number is parsed from characters. */
class RaceBigDecimal {
  public static void main(String[] args) throws Exception {
    char[] array = new char[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (char) ('1' + i);
    }
    Thread first =
        new Thread(
            () -> {
              BigDecimal seen = new BigDecimal(array, 2, 4, MathContext.DECIMAL64); // RACE char[]
            });
    Thread second =
        new Thread(
            () -> {
              array[5] = '7'; // RACE char[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
