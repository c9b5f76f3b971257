// SPDX-License-Identifier: GPL-2.0
/* What somebody writes for the task "a module of your own": says hello with their mark. */
#include <linux/init.h>
#include <linux/module.h>

static int __init greeter_init(void)
{
	pr_info("greeter: hello from MARK\n");
	return 0;
}

static void __exit greeter_exit(void)
{
	pr_info("greeter: goodbye from MARK\n");
}

module_init(greeter_init);
module_exit(greeter_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("says hello");
