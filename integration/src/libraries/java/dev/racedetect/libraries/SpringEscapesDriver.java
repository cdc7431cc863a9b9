package dev.racedetect.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Failures of tasks that Spring runs: those that nobody is told of, and those that somebody is. */
public final class SpringEscapesDriver {
  /** Futures that nobody asks and nobody forgets: they are judged at the end of the JVM. */
  private static final List<Future<?>> KEPT = new ArrayList<>();

  private SpringEscapesDriver() {}

  /** Nobody looks at it. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Somebody does. */
  static final class Seen extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Methods that run on the executor. */
  public static class Jobs {
    /** Spring's default handler logs what a method without a result throws. */
    @Async
    public void logged() {
      throw new Seen();
    }

    /** Spring's task around it fails. */
    @Async
    public CompletableFuture<Integer> lost() {
      throw new Lost();
    }

    /** The caller asks. */
    @Async
    public CompletableFuture<Integer> asked() {
      throw new Seen();
    }
  }

  /** The beans. */
  @Configuration
  @EnableAsync
  public static class Settings {
    /** One thread, which ends its tasks before the context is closed. */
    @Bean
    public ThreadPoolTaskExecutor taskExecutor() {
      ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
      executor.setCorePoolSize(1);
      executor.setWaitForTasksToCompleteOnShutdown(true);
      executor.setAwaitTerminationSeconds(60);
      return executor;
    }

    /** The methods. */
    @Bean
    public Jobs jobs() {
      return new Jobs();
    }
  }

  /**
   * Prints how many failures it was told of.
   *
   * @param args not used
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    int told = 0;
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Settings.class)) {
      Jobs jobs = context.getBean(Jobs.class);
      ThreadPoolTaskExecutor executor = context.getBean(ThreadPoolTaskExecutor.class);
      jobs.logged();
      KEPT.add(jobs.lost());
      KEPT.add(
          executor.submit(
              () -> {
                throw new Lost();
              }));
      try {
        jobs.asked().join();
      } catch (CompletionException e) {
        told++;
      }
      try {
        executor
            .submit(
                () -> {
                  throw new Seen();
                })
            .get();
      } catch (ExecutionException e) {
        told++;
      }
    }
    System.out.println("told of " + told);
  }
}
