-- Reads each example as markdown and as Word and compares; see roundtrip_word.py.
local folder, count, png = arg[1], tonumber(arg[2]), arg[3]

local function slurp(path)
  local file = assert(io.open(path, "rb"))
  local data = file:read("a")
  file:close()
  return data
end

local function bare(doc)
  return doc:walk({
    Header = function(x) x.attr = pandoc.Attr() return x end,
    Code = function(x) x.attr = pandoc.Attr() return x end,
    CodeBlock = function(x) x.attr = pandoc.Attr() return x end,
    Link = function(x) x.attr = pandoc.Attr() return x end,
    Image = function(x) x.attr = pandoc.Attr() x.src = "" x.title = "" return x end,
    Span = function(x) return x.content end,
    Div = function(x) return x.content end,
  })
end

local function html(doc)
  local text = pandoc.write(bare(doc), "html", { wrap_text = "wrap-none" })
  return (text:gsub("<(%w+)%s[^>]*>", "<%1>"):gsub("%s+", " "))
end

local function words(doc)
  local with_alt = doc:walk({ Image = function(x) return x.caption end })
  return (pandoc.utils.stringify(pandoc.Pandoc(with_alt.blocks)):gsub("[%s%p]+", ""))
end

pandoc.mediabag.insert("pixel.png", "image/png", slurp(png))
local filter = { Image = function(x) x.src = "pixel.png" return x end }

local function compare(label, source, target)
  local structure = html(source) == html(target)
  local text = words(source) == words(target)
  return string.format("%s\t%s\t%s", label, tostring(structure), tostring(text)), structure
end

for number = 1, count do
  local stem = folder .. "/" .. number
  local source = pandoc.read(slurp(stem .. ".md"), "commonmark"):walk(filter)
  local ours = pandoc.read(slurp(stem .. ".docx"), "docx")
  local line, same = compare("prep", source, ours)
  print(number .. "\t" .. line)
  if not same and os.getenv("SHOW") then
    print("--\t" .. html(source) .. "\n--\t" .. html(ours))
  end
  local theirs = pandoc.read(pandoc.write(source, "docx"), "docx")
  print(number .. "\t" .. (compare("pandoc", source, theirs)))
end
