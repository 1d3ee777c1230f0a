// Loaded before a program's libraries: counts its heap allocations, and says how many at its end.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

static atomic_long allocations;

void *malloc(size_t size) {
    static void *(*_Atomic allocate)(size_t);
    if (!allocate) allocate = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
    atomic_fetch_add(&allocations, 1);
    return allocate(size);
}

__attribute__((destructor)) static void report(void) {
    fprintf(stderr, "allocations: %ld\n", (long)allocations);
}
