from definitions import first, item, view

twice = first
deep = view("deep", "d1", "d2")
