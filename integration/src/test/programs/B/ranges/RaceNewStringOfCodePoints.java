/** 3.5: a string is made of code points. */
class RaceNewStringOfCodePoints {
  public static void main(String[] args) throws Exception {
    int[] array = new int[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = 'a' + i;
    }
    Thread first =
        new Thread(
            () -> {
              String seen = new String(array, 0, 8); // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              array[7] = 'z'; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
