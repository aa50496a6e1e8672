// A store that is compatible with S3, for a test: objects in memory, every signature checked (AWS Signature Version 4).
package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/rclone/gofakes3"
	"github.com/rclone/gofakes3/s3mem"
)

// Arguments: the bucket, the access key's id, its secret. Says its address, and ends with its input.
func main() {
	backend := s3mem.New()
	if err := backend.CreateBucket(context.Background(), os.Args[1]); err != nil {
		panic(err)
	}
	store := gofakes3.New(backend, gofakes3.WithV4Auth(map[string]string{os.Args[2]: os.Args[3]}))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	go func() {
		var ended bytes.Buffer
		_, _ = ended.ReadFrom(os.Stdin)
		os.Exit(0)
	}()
	_ = http.Serve(listener, store.Server())
}
