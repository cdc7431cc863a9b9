package com.acme

import kotlin.concurrent.thread
import kotlin.test.Test

class CounterTest {
  @Test
  fun `counts in two threads`() {
    var value = 0
    val one = thread { value++ }
    val two = thread { value++ }
    one.join()
    two.join()
    println(value)
  }

  @Test
  fun idles() {}
}
