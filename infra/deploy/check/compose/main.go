// Loads a compose file strictly with the library that `docker compose` loads it with, and names its services.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:], cli.WithOsEnv, cli.WithName("check"))
	must(err)
	project, err := options.LoadProject(context.Background())
	must(err)
	for _, name := range project.ServiceNames() {
		fmt.Println("ok", name)
	}
}

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
