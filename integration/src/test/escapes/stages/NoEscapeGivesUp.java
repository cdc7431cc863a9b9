package stages;

import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

// N5: a stream of stages gives up at the first that failed.
public class NoEscapeGivesUp {
  public static void main(String[] args) throws Exception {
    List<CompletableFuture<Integer>> stages =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> Integer.parseInt("x" + i)))
            .collect(Collectors.toList());
    try {
      stages.stream().map(CompletableFuture::join).forEach(System.out::println);
    } catch (CompletionException e) {
      System.out.println("recovered");
    }
  }
}
