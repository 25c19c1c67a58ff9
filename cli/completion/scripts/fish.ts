/** For fish 3 and later. */
export const FISH = `# fish completion of weighbridge
function __weighbridge_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l found (weighbridge __complete $words "$current" 2>/dev/null)
    if test "$found[1]" = ":files"
        set -l kept (string match -r '^.*=' -- $current)
        for path in (__fish_complete_path (string replace -r '^.*=' '' -- $current))
            echo "$kept$path"
        end
        return
    end
    test (count $found) -gt 0; and string replace ' ' \\t -- $found
end
complete -c weighbridge -f -a '(__weighbridge_complete)'
`;
