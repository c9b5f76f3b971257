// The same question as the rule allocator-arithmetic asks, for Coccinelle, to compare the time: a product, or a sum with
// a sizeof, as the size of an allocator. Reports only.
virtual report

@product@
expression a, b;
position p;
identifier f = {kmalloc, kzalloc, kvmalloc, kvzalloc, vmalloc, vzalloc, kmalloc_node, kzalloc_node};
@@
f(a * b, ...)@p

@sum@
expression a, b;
type t;
position p;
identifier f = {kmalloc, kzalloc, kvmalloc, kvzalloc, vmalloc, vzalloc, kmalloc_node, kzalloc_node};
@@
(
f(sizeof(a) + b, ...)@p
|
f(sizeof(t) + b, ...)@p
|
f(b + sizeof(a), ...)@p
|
f(b + sizeof(t), ...)@p
)

@script:python depends on report@
p << product.p;
@@
print(f"{p[0].file}:{p[0].line}")

@script:python depends on report@
p << sum.p;
@@
print(f"{p[0].file}:{p[0].line}")
