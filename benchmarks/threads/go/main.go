// Memory and time of many goroutines that are alive at the same moment: the counterpart of
// ../../java/threads/LiveThreads.java, printing the same line without the heap.
//
//	usage: threads [COUNT]
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

type cell struct {
	value int64
}

// resident returns the bytes of resident memory of this process, 0 where /proc is missing.
func resident() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "VmRSS:" {
			kib, _ := strconv.ParseInt(f[1], 10, 64)
			return kib * 1024
		}
	}
	return 0
}

func main() {
	count := 200_000
	if len(os.Args) > 1 {
		n, err := strconv.Atoi(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		count = n
	}
	cells := make([]*cell, count)
	for i := range cells {
		cells[i] = &cell{}
	}
	var arrived, ended sync.WaitGroup
	arrived.Add(count)
	ended.Add(count)
	release := make(chan struct{})
	runtime.GC()
	before := resident()
	t0 := time.Now()
	for _, c := range cells {
		c := c
		go func() {
			c.value++
			arrived.Done()
			<-release
			c.value++
			ended.Done()
		}()
	}
	arrived.Wait()
	t1 := time.Now()
	runtime.GC()
	added := resident() - before
	t2 := time.Now()
	close(release)
	ended.Wait()
	t3 := time.Now()
	var sum int64
	for _, c := range cells {
		sum += c.value
	}
	fmt.Printf("live=%d sum=%d resident=%d start_ms=%d end_ms=%d\n",
		count, sum, added, t1.Sub(t0).Milliseconds(), t3.Sub(t2).Milliseconds())
}
