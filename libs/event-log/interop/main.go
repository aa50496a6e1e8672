// Reads what a Twinning record says of itself with Go's own implementation (golang.org/x/mod/sumdb) and answers, as JSON,
// what it found: `interop <folder>` with input.json and the tiles in tile/.
package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type leaf struct {
	Index int64    `json:"index"`
	Leaf  string   `json:"leaf"`
	Proof []string `json:"proof"`
}

type input struct {
	Key         string   `json:"key"`
	Checkpoint  string   `json:"checkpoint"`
	Earlier     string   `json:"earlier"`
	Consistency []string `json:"consistency"`
	Leaves      []leaf   `json:"leaves"`
}

// What Go makes of it, and a note and a key of Go's own for the way back.
type output struct {
	Origin  string `json:"origin"`
	Size    int64  `json:"size"`
	Root    string `json:"root"`
	Proven  int    `json:"proven"`
	Refused int    `json:"refused"`
	Tree    bool   `json:"tree"`
	Tiles   int    `json:"tiles"`
	GoKey   string `json:"goKey"`
	GoNote  string `json:"goNote"`
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func decode(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	check(err)
	return data
}

func hashes(texts []string) []tlog.Hash {
	all := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		copy(all[i][:], decode(text))
	}
	return all
}

// The checkpoint's text has an origin of our own, where Go's tree notes have the fixed line of its checksum database.
func open(text string, verifiers note.Verifiers) (string, tlog.Tree) {
	n, err := note.Open([]byte(text), verifiers)
	check(err)
	lines := strings.Split(n.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	var root tlog.Hash
	copy(root[:], decode(lines[2]))
	return lines[0], tlog.Tree{N: size, Hash: root}
}

// Tiles from a folder; tlog.TileHashReader checks each against the root before it is used.
type folder struct {
	path  string
	saved int
}

func (f *folder) Height() int { return 8 }
func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// Go writes the height into the path, C2SP tlog-tiles has it fixed at 8 and leaves it out.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(f.path, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		all[i] = data
	}
	return all, nil
}
func (f *folder) SaveTiles(tiles []tlog.Tile, _ [][]byte) { f.saved += len(tiles) }

func main() {
	var in input
	data, err := os.ReadFile(filepath.Join(os.Args[1], "input.json"))
	check(err)
	check(json.Unmarshal(data, &in))
	verifier, err := note.NewVerifier(in.Key)
	check(err)
	verifiers := note.VerifierList(verifier)
	origin, tree := open(in.Checkpoint, verifiers)
	_, earlier := open(in.Earlier, verifiers)
	out := output{Origin: origin, Size: tree.N, Root: base64.StdEncoding.EncodeToString(tree.Hash[:])}

	check(tlog.CheckTree(tlog.TreeProof(hashes(in.Consistency)), tree.N, tree.Hash, earlier.N, earlier.Hash))
	out.Tree = true
	tiles := &folder{path: os.Args[1]}
	reader := tlog.TileHashReader(tree, tiles)
	for _, l := range in.Leaves {
		proof, hash := tlog.RecordProof(hashes(l.Proof)), tlog.RecordHash(decode(l.Leaf))
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, l.Index, hash))
		out.Proven++
		// Go's own proof, computed from our tiles, is ours.
		own, err := tlog.ProveRecord(tree.N, l.Index, reader)
		check(err)
		if fmt.Sprint(own) != fmt.Sprint(proof) {
			check(fmt.Errorf("leaf %d: Go proves it otherwise", l.Index))
		}
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, l.Index)})
		check(err)
		if stored[0] != hash {
			check(fmt.Errorf("leaf %d: the tiles have another hash", l.Index))
		}
		if tlog.CheckRecord(proof, tree.N, tree.Hash, (l.Index+1)%tree.N, hash) != nil {
			out.Refused++
		}
	}
	root, err := tlog.TreeHash(tree.N, reader)
	check(err)
	if root != tree.Hash {
		check(fmt.Errorf("the tiles lead to another root"))
	}
	proof, err := tlog.ProveTree(tree.N, earlier.N, reader)
	check(err)
	if fmt.Sprint([]tlog.Hash(proof)) != fmt.Sprint(hashes(in.Consistency)) {
		check(fmt.Errorf("Go proves the growth otherwise"))
	}
	out.Tiles = tiles.saved

	private, public, err := note.GenerateKey(rand.Reader, "go.example/record")
	check(err)
	signer, err := note.NewSigner(private)
	check(err)
	text := fmt.Sprintf("go.example/record\n%d\n%s\n", tree.N, out.Root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	check(err)
	out.GoKey, out.GoNote = public, string(signed)
	check(json.NewEncoder(os.Stdout).Encode(out))
}
